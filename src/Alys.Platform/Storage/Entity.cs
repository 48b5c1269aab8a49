namespace Alys.Platform;

/// <summary>A row with identity. Keys are UUIDv7, so that a study centre's server can make rows while it is cut off; they never give an order.</summary>
public abstract class Entity
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
}

/// <summary>A row that people reach by a short number in a URL, unique within its scope.</summary>
public abstract class NumberedEntity : Entity
{
    public int No { get; set; }
}

/// <summary>A row that two people may edit at once: the second gets a refusal and keeps what she typed.</summary>
public interface IVersionedRow
{
    int RowVersion { get; set; }
}
