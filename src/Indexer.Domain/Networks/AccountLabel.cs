namespace Indexer.Domain;

/// <summary>
/// What an account of a network is known as, by configuration: a contract or an institution that holds for many, and so is nobody's
/// stake and joins no holder.
/// </summary>
public sealed record AccountLabel
{
    /// <summary>Name of the network whose configuration says so.</summary>
    public required string Network { get; init; }

    /// <summary>The account.</summary>
    public required AccountId Address { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required AccountLabelKind Kind { get; init; }
}
