using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>The enactment of a referendum.</summary>
internal static class Enactment
{
    /// <summary>What the enactment of a referendum changes: its status by the error of its call, if any.</summary>
    public static IEnumerable<Change> Enacted(this ProposalState referendum, string? error) =>
        referendum.Become(
            ProposalEventKind.Executed,
            error is null ? ProposalStatus.Executed : ProposalStatus.Failed,
            step => step with { Error = error }
        );
}
