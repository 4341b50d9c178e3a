using System.Text;
using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Staking;

/// <summary>Delegation NFTs: minting, merging, burning, with the events of RmrkCore and Uniques in the runtime's order.</summary>
internal static class NftRules
{
    private static readonly byte[] StakeInfo = Encoding.ASCII.GetBytes("stake-info");
    private static readonly byte[] CreateTime = Encoding.ASCII.GetBytes("createtime");

    public static Nft Mint(BlockRun run, Pool pool, AccountId owner, UInt128 shares)
    {
        var nft = new Nft(pool.NextNft++, owner, shares, run.Seconds);
        pool.Nfts.Add(nft.Id, nft);
        run.Touch(pool, owner);
        run.Emit("Uniques", "Issued", pool.Collection, nft.Id, owner);
        run.Emit("RmrkCore", "NftMinted", new ScaleChoice("AccountId", owner), pool.Collection, nft.Id);
        Save(run, pool, nft);
        var time = Encoding.ASCII.GetBytes(run.Seconds.ToString());
        run.Emit("RmrkCore", "PropertySet", pool.Collection, nft.Id, CreateTime, time);
        run.Emit("PhalaBasePool", "NftCreated", pool.Pid, pool.Collection, nft.Id, owner, shares);
        return nft;
    }

    public static void Save(BlockRun run, Pool pool, Nft nft)
    {
        run.Touch(pool, nft.Owner);
        var value = new ScaleWriter().Integer(nft.Shares, 16).ToArray();
        run.Emit("RmrkCore", "PropertySet", pool.Collection, nft.Id, StakeInfo, value);
    }

    public static void Burn(BlockRun run, Pool pool, Nft nft)
    {
        pool.Nfts.Remove(nft.Id);
        run.Touch(pool, nft.Owner);
        run.Emit("RmrkCore", "PropertiesRemoved", pool.Collection, nft.Id);
        run.Emit("Uniques", "Burned", pool.Collection, nft.Id, nft.Owner);
        run.Emit("RmrkCore", "NFTBurned", nft.Owner, pool.Collection, nft.Id);
        run.Emit("RmrkCore", "PropertyRemoved", pool.Collection, nft.Id, CreateTime);
    }

    /// <summary>Makes one NFT of all that an account owns in the pool; one or none stays as it is.</summary>
    public static Nft? Merge(BlockRun run, Pool pool, AccountId owner)
    {
        var owned = pool.OwnedBy(owner).ToList();
        if (owned.Count < 2)
        {
            return owned.FirstOrDefault();
        }
        foreach (var nft in owned)
        {
            Burn(run, pool, nft);
        }
        return Mint(run, pool, owner, owned.Aggregate(UInt128.Zero, (sum, nft) => sum + nft.Shares));
    }
}
