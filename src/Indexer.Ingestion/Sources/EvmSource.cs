using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Indexer.Domain;
using Indexer.Evm;
using Indexer.JsonRpc;

namespace Indexer.Ingestion;

/// <summary>Blocks of an EVM chain with the logs of the configured contracts.</summary>
public sealed class EvmSource : IChainSource
{
    private readonly NetworkSettings settings;
    private readonly IRpcClient rpc;
    private readonly EvmHandlers handlers;
    private readonly EvmChain chain;
    private readonly EvmLogReader reader;
    private readonly ContractReader contracts;
    private readonly ConcurrentQueue<EndpointDisagreement> disagreements = new();
    private BlockTimes? times;

    /// <summary>Creates the source.</summary>
    /// <param name="settings">The network.</param>
    /// <param name="rpc">Its nodes; disposed with the source.</param>
    /// <param name="handlers">What the events mean.</param>
    /// <param name="options">How to read the chain.</param>
    public EvmSource(NetworkSettings settings, IRpcClient rpc, EvmHandlers handlers, EvmOptions options)
    {
        this.settings = settings;
        this.rpc = rpc;
        this.handlers = handlers;
        chain = new EvmChain(
            rpc,
            options with
            {
                VerifyReceipts = settings.VerifyReceipts,
                Disagreements = new Collected(disagreements),
            }
        );
        contracts = new ContractReader(chain);
        reader = chain.ReadLogs([.. settings.Contracts.Keys]);
    }

    /// <inheritdoc />
    public IReadOnlyList<EndpointStatus> Endpoints => chain.Endpoints;

    /// <inheritdoc />
    public async Task<Network> VerifyAsync(CancellationToken cancellationToken)
    {
        var answers = await chain.GetChainIdsAsync(cancellationToken);
        var (chainId, expected) = (answers[0].Value, settings.ChainId);
        if (answers.FirstOrDefault(answer => answer.Value != (expected ?? chainId)) is { } other)
        {
            throw new WrongChainException(
                $"{settings.Name}: {other.Endpoint} serves chain id {other.Value}, "
                    + (
                        expected is null
                            ? $"{answers[0].Endpoint} serves {chainId}."
                            : $"configured is chainId {expected}."
                    )
            );
        }

        return settings.ToNetwork() with
        {
            ChainId = chainId,
        };
    }

    /// <inheritdoc />
    public Task<ChainHeads> GetHeadsAsync(CancellationToken cancellationToken) =>
        chain.GetHeadsAsync(cancellationToken);

    /// <inheritdoc />
    public Task<byte[]?> FindHashAsync(long height, CancellationToken cancellationToken) =>
        chain.FindHashAsync(height, cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<ChainSegment> ReadAsync(
        long from,
        long to,
        bool allHeaders,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        while (from <= to)
        {
            EvmRange range;
            using (IngestionTelemetry.Phase(settings.Name, IngestionPhase.Fetch, from, to))
            {
                range = await reader.ReadAsync(from, to, allHeaders, cancellationToken);
            }

            yield return await DecodeAsync(range, cancellationToken);
            from = range.To + 1;
        }
    }

    /// <inheritdoc />
    public async Task<DecodedBlock?> FindDueAsync(
        NetworkState state,
        long from,
        BlockHeader last,
        CancellationToken cancellationToken
    )
    {
        var due = handlers.BlockRules.SelectMany(rule => rule.Due(state)).ToList();
        var height = due.Where(entry => entry.Height <= last.Height).Min(entry => entry.Height);
        var time = due.Where(entry => entry.Time <= last.Time).Min(entry => entry.Time);
        if (height is null && time is null)
        {
            return null;
        }

        if (times?.EndsAt(last) != true)
        {
            times = new BlockTimes(chain, last, settings.BlockTime);
        }

        var byHeight = height is null ? last.Height : Math.Max(height.Value, from);
        var byTime =
            time is null || byHeight == from ? null : await times.FirstAtAsync(time.Value, from, cancellationToken);
        return Block(byTime?.Height <= byHeight ? byTime : await times.AtAsync(byHeight, cancellationToken), []);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => rpc.DisposeAsync();

    /// <inheritdoc />
    public Task CompleteAsync(DecodedBlock block, NetworkState state, CancellationToken cancellationToken)
    {
        var decoded = (DecodedEvmBlock)block;
        return contracts.AskAsync(
            [(decoded, handlers.BlockRules.SelectMany(rule => rule.Calls(decoded, state)))],
            cancellationToken
        );
    }

    private DecodedEvmBlock Block(BlockHeader header, IReadOnlyList<DecodedEvmLog> logs) =>
        new(header, logs, settings.Contracts, settings.BlockTime);

    private DecodedEvmBlock Decode(EvmBlock block)
    {
        var logs = new List<DecodedEvmLog>(block.Logs.Count);
        foreach (var log in block.Logs)
        {
            var role = settings.Contracts[log.Address];
            if (handlers.For(role, log) is { } handler)
            {
                logs.Add(new DecodedEvmLog(role, log, handler.Event.Decode(log)));
            }
        }

        return Block(block.Header, logs);
    }

    private EvmHandler HandlerOf(DecodedEvmLog log) => handlers.For(log.Role, log.Log)!;

    private async Task SupplyTransactionsAsync(List<DecodedEvmBlock> blocks, CancellationToken cancellationToken)
    {
        var asked = blocks
            .SelectMany(block => block.Logs)
            .Where(log => HandlerOf(log).NeedsTransaction(log.Log, log.Event))
            .ToList();
        if (asked.Count == 0)
        {
            return;
        }

        var transactions = await chain.GetTransactionsAsync(
            [.. asked.Select(entry => entry.Log.TransactionHash)],
            cancellationToken
        );
        foreach (var (entry, transaction) in asked.Zip(transactions))
        {
            entry.Transaction = transaction;
        }
    }

    private async Task SupplyContractsAsync(List<DecodedEvmBlock> blocks, CancellationToken cancellationToken)
    {
        var asked = blocks
            .SelectMany(block => block.Logs.Select(log => (Log: log, After: block.Header.Ref)))
            .SelectMany(entry =>
                HandlerOf(entry.Log)
                    .MaybeContracts(entry.Log.Event)
                    .Distinct()
                    .Select(account => (entry.Log, Account: account, entry.After))
            )
            .ToList();
        if (asked.Count == 0)
        {
            return;
        }

        var answers = await chain.AreContractsAsync(
            asked.ConvertAll(entry => (entry.Account, entry.After)),
            cancellationToken
        );
        foreach (var (entry, isContract) in asked.Zip(answers))
        {
            if (isContract)
            {
                entry.Log.Contracts.Add(entry.Account);
            }
        }
    }

    private async Task<ChainSegment> DecodeAsync(EvmRange range, CancellationToken cancellationToken)
    {
        List<DecodedEvmBlock> blocks;
        using (IngestionTelemetry.Phase(settings.Name, IngestionPhase.Decode, range.From, range.To))
        {
            blocks = [.. range.Blocks.Select(Decode)];
        }

        using var fetch = IngestionTelemetry.Phase(settings.Name, IngestionPhase.Fetch, range.From, range.To);
        await SupplyTransactionsAsync(blocks, cancellationToken);
        await SupplyContractsAsync(blocks, cancellationToken);

        await contracts.AskAsync(
            blocks.ConvertAll(block =>
                (block, block.Logs.SelectMany(log => HandlerOf(log).Calls(log.Role, log.Log, log.Event)))
            ),
            cancellationToken
        );
        var first = range.Blocks.Count > 0 ? range.Blocks[0].Header : range.Last;
        return new ChainSegment(
            range.From,
            range.To,
            first.Height == range.From ? first.ParentHash : null,
            range.Last,
            blocks
        )
        {
            Disagreements = TakeDisagreements(),
        };
    }

    private List<EndpointDisagreement> TakeDisagreements()
    {
        var taken = new List<EndpointDisagreement>();
        while (disagreements.TryDequeue(out var one))
        {
            taken.Add(one);
        }

        return taken;
    }

    private sealed class Collected(ConcurrentQueue<EndpointDisagreement> into) : IProgress<EndpointDisagreement>
    {
        public void Report(EndpointDisagreement value) => into.Enqueue(value);
    }
}
