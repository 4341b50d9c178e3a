using System.Numerics;
using Indexer.Domain;
using Indexer.Evm.Abi;

namespace Indexer.Handlers.Staking.PhaVault;

/// <summary>
/// Asks the vault which unlock requests are still open after a block that cancelled one, where several open requests are over the
/// same amount: no event names the requester, and neither the sender of the transaction nor the owner of the new shares need be it.
/// </summary>
internal sealed class CancelledUnlockRule : EvmBlockRule
{
    private static readonly AbiFunction View = AbiFunction.Parse(
        "unlockRequests(address owner) view returns ((address receiver, uint256 assets, uint256 startTime)[])"
    );

    public override IEnumerable<(long? Height, DateTimeOffset? Time)> Due(NetworkState state) => [];

    public override IEnumerable<ContractCall> Calls(DecodedEvmBlock block, NetworkState state)
    {
        foreach (var log in block.Logs.Where(IsCancellation))
        {
            var (vault, assets) = (log.Log.Address, log.Event.UInt256("assets"));
            var owners = state
                .UnlockRequestsIn(vault.ToString())
                .Where(request => request.Assets.ToBigInteger() == assets)
                .Select(request => request.Owner)
                .Concat(
                    block
                        .Logs.Where(other => other.Log.Address == vault && other.Event.Name == "Withdraw")
                        .Where(other => other.Event.UInt256("assets") == assets)
                        .Select(other => other.Event.Address("owner"))
                )
                .ToList();
            foreach (var owner in owners.Count > 1 ? owners.Distinct() : [])
            {
                yield return Open(vault, owner);
            }
        }
    }

    public override IEnumerable<Change> AtStart(DecodedEvmBlock block, NetworkState state) => [];

    public override IEnumerable<Change> AtEnd(DecodedEvmBlock block, NetworkState state) => [];

    /// <summary>Those of some open requests over one amount that the vault does not hold any more after the block.</summary>
    /// <param name="open">Requests over one amount, oldest first.</param>
    /// <param name="context">The log that cancelled one of them.</param>
    /// <returns>May be none: where the vault was not asked or has no such view, and where a later log of the block opened an equal one.</returns>
    public static List<UnlockRequest> Gone(IReadOnlyList<UnlockRequest> open, EvmEventContext context)
    {
        var gone = new List<UnlockRequest>();
        foreach (var alike in open.GroupBy(request => (request.Owner, request.Receiver, request.Assets)))
        {
            var call = Open(context.Contract, alike.Key.Owner);
            if (!context.Answers.Has(call) || context.Answers.Find(call) is not [IReadOnlyList<object> held])
            {
                continue;
            }

            var kept = held.Cast<IReadOnlyList<object>>()
                .Where(request =>
                    alike.Key.Receiver.Equals(request[0]) && alike.Key.Assets.ToBigInteger().Equals(request[1])
                )
                .Select(request => (BigInteger)request[2])
                .ToList();
            // What the vault still names by its start stays before what it does not.
            gone.AddRange(
                alike
                    .OrderBy(request => kept.Contains(request.RequestedAt.ToUnixTimeSeconds()))
                    .Take(Math.Max(0, alike.Count() - kept.Count))
            );
        }

        return gone;
    }

    /// <summary>Whether a log states that the vault made shares of an unlock request again.</summary>
    private static bool IsCancellation(DecodedEvmLog log) =>
        log is { Role: ContractRoles.PhaVault, Event.Name: "Deposit" }
        && log.Event.Address("sender") == log.Log.Address;

    private static ContractCall Open(AccountId vault, AccountId owner) => new(vault, View, owner);
}
