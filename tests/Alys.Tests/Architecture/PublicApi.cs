using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Alys.Tests.Architecture;

/// <summary>Prints the public types of an assembly and their public and protected members, one a line, sorted.</summary>
internal static class PublicApi
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Print(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().Where(IsWritten).OrderBy(x => x.FullName, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (var line in Members(type).Distinct().Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }
        return text.ToString();
    }

    private static string Header(Type type)
    {
        var kind = type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsInterface ? "interface"
            : type.IsSubclassOf(typeof(Delegate)) ? "delegate" : "class";
        var modifier = type is { IsAbstract: true, IsSealed: true } ? "static " : type is { IsAbstract: true, IsInterface: false } ? "abstract " : "";
        var bases = type.BaseType == null || type.BaseType == typeof(object) || type.IsEnum || type.IsValueType ? "" : " : " + Name(type.BaseType);
        return $"{modifier}{kind} {type.Namespace}.{Name(type)}{bases}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type);
        }
        return type.GetMembers(Own).Where(IsWritten).Select(Line).OfType<string>();
    }

    private static string? Line(MemberInfo member)
    {
        switch (member)
        {
            case ConstructorInfo x when IsSeen(x) && !x.IsStatic:
                return $"{Name(x.DeclaringType!)}({Parameters(x)})";
            case MethodInfo x when IsSeen(x) && (!x.IsSpecialName || x.Name.StartsWith("op_", StringComparison.Ordinal)) && !IsOfRecords(x):
                var generic = x.IsGenericMethod ? $"<{string.Join(", ", x.GetGenericArguments().Select(Name))}>" : "";
                return $"{Modifier(x)}{Name(x.ReturnType)} {x.Name}{generic}({Parameters(x)})";
            case PropertyInfo x when (x.GetMethod ?? x.SetMethod) is { } get && IsSeen(get) && x.Name != "EqualityContract":
                var set = x.SetMethod is { } s && IsSeen(s) ? (IsInit(s) ? " init;" : " set;") : "";
                return $"{Modifier(get)}{Name(x.PropertyType)} {x.Name}{Index(x)} {{ get;{set} }}";
            case FieldInfo x when x.IsPublic || x.IsFamily:
                return x.IsLiteral ? $"const {Name(x.FieldType)} {x.Name} = {x.GetRawConstantValue()}" : $"{(x.IsStatic ? "static " : "")}{Name(x.FieldType)} {x.Name}";
            default:
                return null;
        }
    }

    private static bool IsWritten(MemberInfo member) =>
        member.GetCustomAttribute<CompilerGeneratedAttribute>() == null && !member.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsOfRecords(MethodInfo method) =>
        method.Name is "Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "Deconstruct" or "op_Equality" or "op_Inequality";

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Modifier(MethodBase method) =>
        method.IsStatic ? "static " : method.IsAbstract ? "abstract " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "";

    private static string Index(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } x ? $"[{string.Join(", ", x.Select(p => Name(p.ParameterType)))}]" : "";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(x => $"{Name(x.ParameterType)} {x.Name}{(x.HasDefaultValue ? " = …" : "")}"));

    private static string Name(Type type)
    {
        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }
        if (type.IsByRef)
        {
            return "ref " + Name(type.GetElementType()!);
        }
        var name = type.Name.Split('`')[0];
        if (type is { IsNested: true, IsGenericParameter: false })
        {
            name = type.DeclaringType!.Name.Split('`')[0] + "." + name;
        }
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
