namespace Indexer.Domain;

/// <summary>A standing vote in the council's elections (PhragmenElection.vote); it counts in every election until it is changed or removed.</summary>
public sealed record ElectionVote : StateRow
{
    /// <summary>The voter.</summary>
    public required AccountId Voter { get; init; }

    /// <summary>Those it approves of, in its order of preference: their account ids as 0x and hexadecimal, separated by commas.</summary>
    public required string Candidates { get; init; }

    /// <summary>PHA that stands behind it.</summary>
    public Pha Stake { get; init; }

    internal override IEnumerable<AccountId> Accounts => [Voter];
}
