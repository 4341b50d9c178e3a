using System.Globalization;
using System.Text.Json;
using Indexer.Domain;
using Indexer.JsonRpc;

namespace Indexer.Handlers.Evm.Tests;

/// <summary>A node that knows only when each block was made, and counts what it is asked for.</summary>
/// <param name="seconds">The time of each block from block 0, in seconds since 1970.</param>
internal sealed class TimedChain(IReadOnlyList<long> seconds) : IRpcClient
{
    /// <summary>Headers given so far.</summary>
    public int Headers { get; private set; }

    /// <summary>Batches so far.</summary>
    public int Batches { get; private set; }

    public BlockHeader Last => Header(seconds.Count - 1);

    public Task<JsonElement> CallAsync(
        string method,
        IReadOnlyList<object?> parameters,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException(method);

    public Task<IReadOnlyList<RpcResult>> BatchAsync(
        IReadOnlyList<RpcRequest> requests,
        CancellationToken cancellationToken = default
    )
    {
        Batches++;
        return Task.FromResult<IReadOnlyList<RpcResult>>([
            .. requests.Select(request => new RpcResult(Block((string)request.Parameters[0]!), null)),
        ]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private JsonElement Block(string number)
    {
        Headers++;
        var header = Header(int.Parse(number.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        return JsonSerializer.SerializeToElement(
            new
            {
                number,
                hash = Hex(header.Hash),
                parentHash = Hex(header.ParentHash),
                timestamp = $"0x{header.Time.ToUnixTimeSeconds():x}",
                logsBloom = Hex(new byte[256]),
            }
        );
    }

    private BlockHeader Header(int height) =>
        new(
            height,
            AbiData.Word(height + 1),
            AbiData.Word(height),
            DateTimeOffset.FromUnixTimeSeconds(seconds[height]),
            SpecVersion: null
        );

    private static string Hex(byte[] bytes) => "0x" + Convert.ToHexStringLower(bytes);
}
