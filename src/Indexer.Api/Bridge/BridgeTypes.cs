using Indexer.Api.Model;
using Indexer.Api.Staking;
using Indexer.Domain;
using Indexer.GraphQL;
using Indexer.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Indexer.Api.Bridge;

/// <summary>The types of the bridge between Ethereum and Phala's L2, before their fields are added.</summary>
internal sealed class BridgeTypes
{
    public BridgeTypes(ProductTypes types, IModel model, SchemaBuilder builder)
    {
        Vault = new BackingVault(types);
        Transfer = types.Table<BridgeTransfer>(
            model,
            description: "A transfer of vPHA between Ethereum and Phala's L2: one, though both networks state it."
        );
        Transfer.Type.WithoutFigures();
        Check = types.Table<BridgeCheck>(model);
        Withdrawals = new EntityMap<BridgeWithdrawal>(model);
        Failures = new EntityMap<BridgeFailure>(model);
        State = builder.Enum(
            "BridgeTransferState",
            "How far a bridge transfer has come.",
            new EnumValue("SENT", "It left; whether it arrived is not known, since the other network is not indexed."),
            new EnumValue("IN_FLIGHT", "It left and has not arrived."),
            new EnumValue(
                "PROVEN",
                "A withdrawal that was proven to Ethereum; after a waiting time it can be finalized."
            ),
            new EnumValue("READY", "A withdrawal whose waiting time is over: anybody can finalize it."),
            new EnumValue("FAILED", "It came to the other network and failed there; it can be relayed again."),
            new EnumValue("COMPLETED", "It arrived.")
        );
    }

    /// <summary>The vault behind bridged shares.</summary>
    public BackingVault Vault { get; }

    public ObjectMap<BridgeTransfer> Transfer { get; }

    public ObjectMap<BridgeCheck> Check { get; }

    public EntityMap<BridgeWithdrawal> Withdrawals { get; }

    public EntityMap<BridgeFailure> Failures { get; }

    public EnumType State { get; }
}
