using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Alys.Platform;

/// <summary>The framework's own complaints about form values, in the reader's language.</summary>
internal static class BindingTexts
{
    private static readonly HttpContextAccessor Accessor = new();

    public static void Use(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => Say("platform.refusal.not-valid", value));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => Say("platform.refusal.not-valid", value));
        messages.SetUnknownValueIsInvalidAccessor(_ => Say("platform.refusal.value-missing"));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Say("platform.refusal.value-missing"));
        messages.SetValueIsInvalidAccessor(value => Say("platform.refusal.not-valid", value));
        messages.SetValueMustBeANumberAccessor(_ => Say("platform.refusal.not-a-number"));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Say("platform.refusal.not-a-number"));
        messages.SetValueMustNotBeNullAccessor(_ => Say("platform.refusal.value-missing"));
        messages.SetMissingBindRequiredValueAccessor(_ => Say("platform.refusal.value-missing"));
        messages.SetMissingKeyOrValueAccessor(() => Say("platform.refusal.value-missing"));
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Say("platform.refusal.value-missing"));
    }

    private static string Say(string key, params object?[] args) => Accessor.HttpContext is { } context ? context.Texts()[key, args] : key;
}
