namespace Alys.Platform;

/// <summary>What a page or endpoint asks of its reader. Every page and endpoint bears exactly one, or the program refuses to start.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class RequirementAttribute : Attribute
{
    internal abstract bool IsMetBy(Reader reader);
}

/// <summary>Anyone, signed in or not.</summary>
public sealed class OpenAttribute : RequirementAttribute
{
    internal override bool IsMetBy(Reader reader) => true;
}

/// <summary>Anyone signed in; what they see is then theirs by the rules of the page's queries.</summary>
public sealed class SignedInAttribute : RequirementAttribute
{
    internal override bool IsMetBy(Reader reader) => reader.IsSignedIn;
}

/// <summary>The right, in at least one scope; the page then finds its objects through the reader.</summary>
public sealed class NeedsAttribute(params string[] anyOf) : RequirementAttribute
{
    public IReadOnlyList<string> AnyOf { get; } = anyOf;
    internal override bool IsMetBy(Reader reader) => reader.IsSignedIn && AnyOf.Any(reader.Has);
}
