using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaRegistry;

/// <summary>The first benchmark of a worker is done: its score.</summary>
internal sealed class InitialScoreSetHandler() : SubstrateHandler("PhalaRegistry", "InitialScoreSet")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var publicKey = context.Fields.AccountId("pubkey");
        var known = state.Registrations.Find(publicKey) ?? new WorkerRegistration { PublicKey = publicKey };
        yield return new StateChange(known with { InitialScore = context.Fields.U32("init_score") });
    }
}
