using Indexer.Domain;

namespace Indexer.Handlers.InitialStates;

/// <summary>
/// The public dump of Phala's pools of the second version, with which the computation squid began: one JSON file. It states neither height nor
/// hash of its block. All pools in it are empty; one that is not would have NFTs, which are refused.
/// Source: Phala-Network/computation-squid, initial_state/2426198.json.
/// </summary>
public static class PhalaDump
{
    /// <summary>Reads a dump.</summary>
    /// <param name="path">The file.</param>
    /// <param name="network">Name of the network that the state will be of.</param>
    /// <param name="height">Height of its block, which it does not state.</param>
    /// <param name="hash">Hash of its block; null when it is not known.</param>
    /// <param name="tell">Told of what was read.</param>
    /// <exception cref="InitialStateException">It is missing or broken, or has what cannot be converted; names the place in it.</exception>
    public static ConvertedState Read(string path, string network, long height, byte[]? hash, Action<string> tell)
    {
        var pools = new List<InitialPool>();
        var registrations = new List<InitialRegistration>();
        DateTimeOffset? time = null;
        using var content = Open(path);
        foreach (var piece in JsonPieces.Of(content, path))
        {
            var value = StateJson.Of(path, piece);
            switch (piece.Group)
            {
                case "timestamp":
                    time = DateTimeOffset.FromUnixTimeMilliseconds(value.Whole(uint.MaxValue * 1000L));
                    break;
                case "basePools":
                    pools.Add(Pool(value));
                    break;
                case "workers":
                    registrations.Add(
                        new InitialRegistration(
                            value["id"].Account(),
                            (int)value["confidenceLevel"].Whole(byte.MaxValue),
                            value["initialScore"] is { IsNull: false } score ? score.Whole(uint.MaxValue) : null
                        )
                    );
                    break;
                case "sessions" or "nfts":
                    throw new InitialStateException(
                        $"{path}: {piece.Place} is there, and no initial state can hold it; start before the first delegation."
                    );
            }
        }

        tell($"basePools: {pools.Count}");
        tell($"workers: {registrations.Count}");
        return new ConvertedState(
            path,
            new InitialState(
                network,
                new InitialBlock(
                    height,
                    hash,
                    time
                        ?? throw new InitialStateException(
                            $"{path}: timestamp is missing; it is no file of this dump."
                        ),
                    SpecVersion: null
                ),
                [.. Notes(hash)]
            ),
            [.. pools.OrderBy(pool => pool.Pid)],
            registrations
        );
    }

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InitialStateException(
                File.Exists(path) ? $"{path} cannot be read: {problem.Message}" : $"{path} does not exist."
            );
        }
    }

    private static InitialPool Pool(StateJson value)
    {
        var (pid, owner) = ((ulong)value["pid"].Whole(long.MaxValue), value["owner"].Account());
        var (vault, stakePool) = (value["vault"], value["stakePool"]);
        if (vault.IsNull == stakePool.IsNull)
        {
            throw value["stakePool"].Wrong("either vault or stakePool");
        }

        RequireEmpty(value["withdrawQueue"]);
        if (!stakePool.IsNull)
        {
            RequireEmpty(stakePool["workers"]);
            RequireDerived(stakePool["ownerRewardAccount"], PoolAccounts.OfReward(pid, owner));
        }
        else if (!vault["ownerShares"].Amount().IsZero)
        {
            throw vault["ownerShares"].Wrong("0, since shares are NFTs that no initial state can hold");
        }

        return new InitialPool
        {
            Pid = pid,
            Version = 2,
            Kind = vault.IsNull ? PoolKind.StakePool : PoolKind.Vault,
            Owner = owner,
            Commission = (int)value["commission"].Whole(1_000_000),
            Capacity =
                !stakePool.IsNull && stakePool["capacity"] is { IsNull: false } capacity ? capacity.Amount() : null,
            Shares = value["totalShares"].Amount(),
            Value = value["totalValue"].Amount(),
            Free = value["freeValue"].Amount(),
            OwnerReward = stakePool.IsNull ? Pha.Zero : stakePool["ownerReward"].Amount(),
            CollectionId = value["cid"].Whole(uint.MaxValue),
            Account = value["poolAccountId"].Account(),
            CheckpointPrice = vault.IsNull ? null : vault["lastSharePriceCheckpoint"].Amount(),
            Whitelist = value["whitelists"].Items() is { Count: > 0 } listed
                ? [.. listed.Select(item => item.Account())]
                : null,
        };
    }

    private static void RequireEmpty(StateJson list)
    {
        if (list.Items().Count > 0)
        {
            throw list.Wrong("an empty list, since pools of the second version that are not empty cannot be converted");
        }
    }

    private static void RequireDerived(StateJson account, AccountId derived)
    {
        if (account.Account() != derived)
        {
            throw account.Wrong($"{derived}, which follows from pid and owner");
        }
    }

    private static IEnumerable<string> Notes(byte[]? hash)
    {
        yield return "The dump does not state the height of its block: --block did.";
        if (hash is null)
        {
            yield return "The hash of the block is not known, so it is not compared with the chain.";
        }

        yield return "Wrapped PHA, the parameters of rewards, governance and the spec of the runtime are not in the dump; identities are, but no part of an initial state.";
    }
}
