namespace Indexer.JsonRpc;

/// <summary>
/// Looks at the heads of all endpoints of a chain and follows the one that is ahead, among those that have the block that was
/// final before. One that serves another chain, or has another block in its place, is not asked any more; one that is behind is
/// asked for what it has.
/// </summary>
/// <param name="rpc">The endpoints.</param>
/// <param name="look">Asks one of them for its heads.</param>
/// <param name="hashAt">Asks one of them for the hash of a block; null when it has none of that height.</param>
public sealed class HeadWatch<THeads>(
    IRpcClient rpc,
    Func<IRpcClient, CancellationToken, Task<ChainLook<THeads>>> look,
    Func<IRpcClient, long, CancellationToken, Task<byte[]?>> hashAt
)
{
    private const long MostLag = 5;
    private ChainLook<THeads>? followed;

    /// <summary>The heads to follow.</summary>
    public async Task<THeads> LookAsync(CancellationToken cancellationToken)
    {
        var looks = await rpc.AskEachAsync(look, cancellationToken);
        if (rpc.Endpoints.Count <= 1)
        {
            return looks[0].Value.Heads;
        }

        var reference = followed ?? looks[0].Value;
        var hashes = await rpc.AskEachAsync(
            (lane, token) => hashAt(lane, reference.Finalized, token),
            cancellationToken
        );
        var known = hashes.ToDictionary(answer => answer.Index, answer => answer.Value);
        var troubles = looks.ToDictionary(
            answer => answer.Index,
            answer => Trouble(answer.Value, reference, known.GetValueOrDefault(answer.Index))
        );
        var trusted = looks.Where(answer => troubles[answer.Index] is null).ToList();
        var agreed = trusted.Where(answer => known.GetValueOrDefault(answer.Index) is not null);
        var ahead =
            agreed.MaxBy(answer => answer.Value.Latest)
            ?? trusted.MaxBy(answer => answer.Value.Latest)
            // All contradict what was final: that is for the caller to judge.
            ?? looks[0];
        foreach (var (index, _, seen) in looks)
        {
            var lag = ahead.Value.Latest - seen.Latest;
            rpc.See(
                index,
                new EndpointView(seen.Latest, troubles[index], lag > MostLag ? $"{lag} blocks behind" : null)
            );
        }

        if (followed is null || ahead.Value.Finalized >= followed.Finalized || trusted.Count == 0)
        {
            followed = ahead.Value;
        }

        return ahead.Value.Heads;
    }

    private static string? Trouble(ChainLook<THeads> seen, ChainLook<THeads> reference, byte[]? hash) =>
        !seen.Chain.AsSpan().SequenceEqual(reference.Chain) ? "serves another chain"
        : hash is not null && !hash.AsSpan().SequenceEqual(reference.FinalizedHash)
            ? $"has another block {reference.Finalized} than was final before"
        : null;
}
