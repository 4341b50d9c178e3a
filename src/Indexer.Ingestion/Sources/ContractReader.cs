using Indexer.Domain;
using Indexer.Evm;
using Indexer.Evm.Abi;

namespace Indexer.Ingestion;

/// <summary>Asks contracts what no event states, always after the very block that it is asked for.</summary>
internal sealed class ContractReader(EvmChain chain)
{
    /// <summary>Adds to blocks what contracts answer after them: one batch for all, and one before it for the contracts that others name.</summary>
    public async Task AskAsync(
        IReadOnlyList<(DecodedEvmBlock Block, IEnumerable<ContractCall> Calls)> wanted,
        CancellationToken cancellationToken
    )
    {
        var open = wanted
            .SelectMany(entry =>
                entry
                    .Calls.Distinct()
                    .Where(call => !entry.Block.Answers.Has(call))
                    .Select(call => (entry.Block, Call: call))
            )
            .ToList();
        if (open.Count == 0)
        {
            return;
        }

        var names = open.Where(entry => entry.Call.Through is not null)
            .Select(entry => (entry.Block, Call: new ContractCall(entry.Call.Contract, entry.Call.Through!)))
            .Distinct()
            .ToList();
        var named = names.Zip(await OutputsAsync(names, cancellationToken)).ToDictionary();
        var targets = open.ConvertAll(entry =>
            entry.Call.Through is not { } through ? entry.Call.Contract
            : named[(entry.Block, new ContractCall(entry.Call.Contract, through))] is [AccountId target] ? target
            : default
        );
        var asked = open.Zip(targets).Where(entry => entry.Second != default).ToList();
        var outputs = await OutputsAsync(
            asked.ConvertAll(entry => (entry.First.Block, entry.First.Call with { Contract = entry.Second })),
            cancellationToken
        );
        var answers = asked.Select(entry => entry.First).Zip(outputs).ToDictionary();
        foreach (var block in open.GroupBy(entry => entry.Block))
        {
            block.Key.Answers = block.Key.Answers.With(
                new ContractAnswers(block.ToDictionary(entry => entry.Call, entry => answers.GetValueOrDefault(entry)))
            );
        }
    }

    private async Task<IReadOnlyList<IReadOnlyList<object>?>> OutputsAsync(
        List<(DecodedEvmBlock Block, ContractCall Call)> calls,
        CancellationToken cancellationToken
    )
    {
        if (calls.Count == 0)
        {
            return [];
        }

        var returned = await chain.CallAsync(
            calls.ConvertAll(entry => new EvmCall(
                entry.Call.Contract,
                entry.Call.Function.Encode(entry.Call.Argument is { } argument ? [argument] : []),
                entry.Block.Header.Hash,
                entry.Block.Header.Height
            )),
            cancellationToken
        );
        return [.. calls.Zip(returned, (entry, bytes) => Outputs(entry.Call.Function, bytes))];
    }

    /// <summary>What a call returned; null too when it is not what the function returns, as from a contract that has no such function.</summary>
    private static IReadOnlyList<object>? Outputs(AbiFunction function, byte[]? returned)
    {
        try
        {
            return returned is null ? null : function.Decode(returned);
        }
        catch (AbiException)
        {
            return null;
        }
    }
}
