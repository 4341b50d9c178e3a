using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>Whether an initial state is one of the chain, and the ledger began with it.</summary>
internal static class OpeningState
{
    /// <summary>The block whose entries those of the state are, once the chain has shown that the state is of the block before it.</summary>
    /// <param name="settings">The network, which has an initial state.</param>
    /// <param name="first">The first segment.</param>
    /// <exception cref="WrongChainException">The block before is another one.</exception>
    public static BlockHeader FirstBlock(NetworkSettings settings, ChainSegment first)
    {
        var block = settings.InitialState!.Head.Block;
        if (first.ParentHash is { } parent && block.Hash is { } hash && !parent.AsSpan().SequenceEqual(hash))
        {
            throw Wrong(
                settings,
                $"is a state after block {block.Height} {Hex.Of(hash)}, but the chain has {Hex.Of(parent)} there; use a state of this chain"
            );
        }

        return first.Blocks is [{ Header: var header }, ..] && header.Height == first.From
            ? header
            : throw new InvalidOperationException($"{settings.Name}: the source gave no header of block {first.From}.");
    }

    /// <summary>Refuses to go on where the index did not begin with the state that is configured.</summary>
    /// <param name="settings">The network.</param>
    /// <param name="committer">Its place in the database.</param>
    /// <exception cref="WrongChainException">It began otherwise.</exception>
    public static void RequireSame(NetworkSettings settings, NetworkCommitter committer)
    {
        if (
            settings.InitialState is { } state
            && committer.Cursor is not null
            && state.Read().OfType<InitialPool>().FirstOrDefault() is { } pool
            && !(
                committer.Ledger.State.Pools.TryGetValue($"{pool.Pid}", out var known)
                && known.Height == settings.StartBlock
            )
        )
        {
            throw Wrong(
                settings,
                "is configured, but what is indexed did not begin with it; leave it out, or index into an empty database"
            );
        }
    }

    private static WrongChainException Wrong(NetworkSettings settings, string what) =>
        new($"networks.{settings.Name}.initialState: {settings.InitialState!.Path} {what}.");
}
