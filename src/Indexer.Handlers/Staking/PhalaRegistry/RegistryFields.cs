using Indexer.Domain;
using Indexer.Handlers.Staking.PhalaComputation;
using Indexer.Substrate;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaRegistry;

/// <summary>What the registry states of workers. Source: phala-blockchain registry.rs.</summary>
internal static class RegistryFields
{
    private const string Pallet = "PhalaRegistry";
    private const string Workers = "Workers";

    /// <summary>The storage that tells what the registry knows of a worker after the block.</summary>
    public static StorageNeed Need(AccountId publicKey) => new(Pallet, Workers, AtParent: false, publicKey.ToArray());

    /// <summary>
    /// A worker came into the registry or attested itself again: the confidence in it. Runtimes before spec 1182 state the key alone, those since spec 1199
    /// who attested as well.
    /// </summary>
    public static IEnumerable<Change> Attested(SubstrateEventContext context, NetworkState state)
    {
        var publicKey = context.Fields.AccountId("pubkey");
        var known = state.Registrations.Find(publicKey) ?? new WorkerRegistration { PublicKey = publicKey };
        return state.Registered(
            context.Fields.Has("confidence_level")
                ? known with
                {
                    ConfidenceLevel = (int)context.Fields.U32("confidence_level"),
                }
                : known
        );
    }

    /// <summary>What the storage knows of a worker whose registration was before the first indexed block, or before the events stated all; null when nothing.</summary>
    public static WorkerRegistration? Stored(SubstrateEventContext context, AccountId publicKey)
    {
        if (context.Stored(Pallet, Workers) is not ScaleComposite stored)
        {
            return null;
        }

        var fields = new EventFields($"{Pallet}.{Workers}", stored.Fields);
        return new WorkerRegistration
        {
            PublicKey = publicKey,
            ConfidenceLevel = (int)fields.U32("confidence_level"),
            InitialScore = fields.OptionalU32("initial_score"),
        };
    }
}
