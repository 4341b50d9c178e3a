using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Indexer.Api.Governance;

/// <summary>The object types of governance.</summary>
internal sealed class GovernanceTypes(ProductTypes types, IModel model)
{
    public EntityMap<Proposal> Proposals { get; } = new(model);

    public ObjectMap<ProposalState> Proposal { get; } =
        types.Node<ProposalState>(
            model,
            "Proposal",
            "One proposal of any governance system, with where it stands and how its votes add up. Weights and supplies are in PHA (in the voting token's unit for other tokens); in a collective each member's vote weighs 1.",
            ProposalFacts.Query(new EntityMap<Proposal>(model))
        );

    public ObjectMap<ProposalState> Tally { get; } =
        types.Versions<ProposalState>(
            model,
            "ProposalTally",
            "How the votes on a proposal added up from one block to the next change: the course of its tally. Units are those of the proposal."
        );

    public ObjectMap<ProposalText> Text { get; } = types.Table<ProposalText>(model);

    public ObjectMap<ProposalChoice> Choice { get; } = types.Table<ProposalChoice>(model);

    public ObjectMap<ProposalEvent> Event { get; } = types.Node<ProposalEvent>(model);

    public ObjectMap<ProposalLink> Link { get; } = types.Node<ProposalLink>(model);

    public ObjectMap<Reconciliation> Reconciliation { get; } = types.Node<Reconciliation>(model);

    public ObjectMap<Vote> Vote { get; } = types.Node<Vote>(model);

    public ObjectMap<VoteEvent> VoteEvent { get; } = types.Node<VoteEvent>(model);

    public ObjectMap<VoteDelegation> Delegation { get; } = types.Versions<VoteDelegation>(model);

    public ObjectMap<CollectiveMember> Member { get; } = types.Versions<CollectiveMember>(model);

    public ObjectMap<ElectionVote> ElectionVote { get; } = types.Versions<ElectionVote>(model);

    public ObjectType Participation { get; } =
        types.Object("Participation", "How many of the proposals that could be voted on were voted on.");
}
