using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Platform;

/// <summary>A name in Kazakh, Russian and English. Kazakh must be there; the others fall back to it.</summary>
public sealed record LocalText(string Kk, string Ru = "", string En = "")
{
    public string In(string language) => language switch
    {
        "ru" when Ru.Length > 0 => Ru,
        "en" when En.Length > 0 => En,
        "en" when Ru.Length > 0 && Kk.Length == 0 => Ru,
        _ => Kk.Length > 0 ? Kk : Ru.Length > 0 ? Ru : En,
    };
}

public static class LocalTextMapping
{
    /// <summary>Three columns: NameKk, NameRu, NameEn for a property Name.</summary>
    public static void LocalText<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, LocalText?>> property) where T : class
    {
        var name = ((MemberExpression)property.Body).Member.Name;
        entity.ComplexProperty(property!, text =>
        {
            text.IsRequired();
            text.Property(x => x!.Kk).HasColumnName(name + "Kk").HasMaxLength(500);
            text.Property(x => x!.Ru).HasColumnName(name + "Ru").HasMaxLength(500);
            text.Property(x => x!.En).HasColumnName(name + "En").HasMaxLength(500);
        });
    }
}
