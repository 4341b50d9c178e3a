using System.Text.Json;
using Indexer.Addresses;
using Indexer.Domain;

namespace Indexer.Evm;

/// <summary>Reads the answer to <c>eth_getLogs</c> and refuses what no honest node answers.</summary>
internal static class LogParser
{
    /// <summary>The logs in order of block and index.</summary>
    /// <exception cref="EvmNodeException">A log is malformed, removed, outside of the range, not asked for, or there twice.</exception>
    public static List<EvmLog> Read(JsonElement answer, LogFilterQuery filter, long from, long to)
    {
        if (answer.ValueKind != JsonValueKind.Array)
        {
            throw new EvmNodeException($"The node's answer to eth_getLogs is a JSON {answer.ValueKind}, not a list.");
        }

        var logs = new List<EvmLog>(answer.GetArrayLength());
        foreach (var element in answer.EnumerateArray())
        {
            var log = Read(element);
            if (log.BlockNumber < from || log.BlockNumber > to || !filter.Accepts(log))
            {
                throw new EvmNodeException(
                    $"The node answered {log}, which was not asked for (blocks {from} to {to})."
                );
            }

            logs.Add(log);
        }

        logs.Sort((a, b) => (a.BlockNumber, a.LogIndex).CompareTo((b.BlockNumber, b.LogIndex)));
        for (var i = 1; i < logs.Count; i++)
        {
            if (logs[i].BlockNumber == logs[i - 1].BlockNumber && logs[i].LogIndex == logs[i - 1].LogIndex)
            {
                throw new EvmNodeException($"The node answered {logs[i]} twice.");
            }
        }

        return logs;
    }

    /// <summary>One log, complete and part of a block.</summary>
    public static EvmLog Read(JsonElement log)
    {
        if (NodeAnswer.Member(log, "blockHash", "log").ValueKind == JsonValueKind.Null)
        {
            throw new EvmNodeException("The node answered a log that is not part of a block yet.");
        }

        if (log.TryGetProperty("removed", out var removed) && removed.ValueKind == JsonValueKind.True)
        {
            throw new EvmNodeException("The node answered a log that was removed by a reorganisation.");
        }

        return new EvmLog(
            new AccountId(NodeAnswer.Bytes(log, "address", "log", AccountId.EvmLength)),
            Topics(NodeAnswer.Member(log, "topics", "log")),
            NodeAnswer.Bytes(log, "data", "log"),
            NodeAnswer.Number(log, "blockNumber", "log"),
            NodeAnswer.Bytes(log, "blockHash", "log", Keccak256.Length),
            NodeAnswer.Bytes(log, "transactionHash", "log", Keccak256.Length),
            Index(log, "logIndex"),
            Index(log, "transactionIndex")
        );
    }

    private static byte[][] Topics(JsonElement topics)
    {
        if (topics.ValueKind != JsonValueKind.Array || topics.GetArrayLength() > 4)
        {
            throw new EvmNodeException("The node's log.topics is not a list of at most 4 topics.");
        }

        return [.. topics.EnumerateArray().Select(topic => NodeAnswer.Bytes(topic, "log.topics", Keccak256.Length))];
    }

    private static int Index(JsonElement log, string name)
    {
        var index = NodeAnswer.Number(log, name, "log");
        return index <= int.MaxValue
            ? (int)index
            : throw new EvmNodeException($"The node's log.{name} is {index}, which no block reaches.");
    }
}
