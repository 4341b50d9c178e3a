using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>Whose metadata an event names: the hash of a text about the external proposal, a public one or a referendum.</summary>
internal static class MetadataOwner
{
    /// <summary>The proposal; null when it is the external one and none waits.</summary>
    public static string? Of(EventVariant owner, NetworkState state) =>
        owner.Name switch
        {
            "Proposal" => ProposalIds.Public(owner.Fields.U32(0)),
            "Referendum" => ProposalIds.Referendum(owner.Fields.U32(0)),
            _ => state.External()?.ProposalId,
        };

    /// <summary>What the proposal says from now on, with the hash of its text as where it is discussed.</summary>
    public static IEnumerable<Change> Set(string? proposalId, string? hash, NetworkState state)
    {
        if (proposalId is null || state.Governance.Proposals.Find(proposalId) is not { } proposal)
        {
            yield break;
        }

        var text = state.Governance.Texts.Find(proposalId) ?? new ProposalText { ProposalId = proposalId };
        var before = text.Discussion;
        if (before != hash)
        {
            yield return new StateChange(text with { Discussion = hash });
            yield return proposal.Step(ProposalEventKind.TextChanged);
        }
    }
}
