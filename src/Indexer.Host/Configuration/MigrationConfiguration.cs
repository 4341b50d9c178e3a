namespace Indexer.Host.Configuration;

/// <summary>The sides of a claim: which forms of a holding the team is expected to have counted where.</summary>
internal sealed class MigrationConfiguration
{
    /// <summary>Forms that are paid in PHA, for example WRAPPED.</summary>
    public List<string> Free { get; init; } = [];

    /// <summary>Forms that are paid in shares of the PHA vault, for example RESERVED.</summary>
    public List<string> Staked { get; init; } = [];
}
