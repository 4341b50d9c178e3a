using System.Text;
using Indexer.GraphQL.Planning;
using Npgsql;

namespace Indexer.GraphQL.Execution;

/// <summary>Puts the JSON of root fields together to a response.</summary>
internal sealed class ResponseWriter(Stream output, IReadOnlyList<BoundRoot> roots)
{
    /// <summary>The JSON of nothing.</summary>
    public static readonly byte[] Null = "null"u8.ToArray();

    private static readonly byte[] DataStart = "{\"data\":{"u8.ToArray();
    private static readonly byte[] Data = "\"data\":{"u8.ToArray();
    private static readonly byte[] End = "}}"u8.ToArray();

    private readonly Dictionary<BoundRoot, byte[]> finished = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<BoundRoot> refused = new(ReferenceEqualityComparer.Instance);
    private readonly List<GraphQLError> errors = [];

    /// <summary>Whether bytes have gone out, so that nothing can be taken back.</summary>
    public bool IsStreaming { get; private set; }

    /// <summary>Whether a field failed.</summary>
    public bool HasErrors => errors.Count > 0;

    /// <summary>Takes the JSON of a root field, or why it has none.</summary>
    public void Accept(BoundRoot root, byte[] json)
    {
        if (RefusedValue.Read(json) is { } refusal)
        {
            errors.Add(new GraphQLError(refusal, [root.Plan.Location], ErrorCodes.Input) with { Path = root.Plan.Key });
            refused.Add(root);
            return;
        }

        finished[root] = json;
    }

    /// <summary>Takes the only value of a reader on its row; that of the last root field is sent as it arrives.</summary>
    public async Task AcceptAsync(BoundRoot root, NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        // After an error nothing is sent before everything is known.
        if (root != roots[^1] || HasErrors || await reader.IsDBNullAsync(0, cancellationToken))
        {
            Accept(root, await JsonValue.ReadAsync(reader, cancellationToken));
            return;
        }

        await using var json = await reader.GetStreamAsync(0, cancellationToken);
        var length = json.Length;
        var first = new byte[1];
        await json.ReadExactlyAsync(first, cancellationToken);
        if (first[0] == RefusedValue.Mark)
        {
            var refusal = new byte[length];
            refusal[0] = first[0];
            await json.ReadExactlyAsync(refusal.AsMemory(1), cancellationToken);
            Accept(root, refusal);
            return;
        }

        await StartAsync(cancellationToken);
        await output.WriteAsync(Key(root, roots.Count == 1), cancellationToken);
        await output.WriteAsync(first, cancellationToken);
        await json.CopyToAsync(output, cancellationToken);
        await output.WriteAsync(End, cancellationToken);
    }

    /// <summary>Every statement that has not finished ends in this error.</summary>
    public void Fail(GraphQLError error) =>
        errors.AddRange(
            roots
                .Where(root => root.Json is null && !finished.ContainsKey(root) && !refused.Contains(root))
                .Select(root => error with { Path = root.Plan.Key, Locations = [root.Plan.Location] })
        );

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (IsStreaming)
        {
            return;
        }

        if (errors.Count > 0)
        {
            await output.WriteAsync(
                Encoding.UTF8.GetBytes($"{{\"errors\":{ErrorJson.Write(errors)},"),
                cancellationToken
            );
        }

        if (roots.Any(root => root.Plan.IsNonNull && root.Json is null && !finished.ContainsKey(root)))
        {
            await output.WriteAsync("\"data\":null}"u8.ToArray(), cancellationToken);
            return;
        }

        await WriteDataAsync(roots, isStart: errors.Count == 0, cancellationToken);
        await output.WriteAsync(End, cancellationToken);
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        // The last moment to be cut off with an error that the client is told.
        cancellationToken.ThrowIfCancellationRequested();
        IsStreaming = true;
        await WriteDataAsync([.. roots.SkipLast(1)], isStart: true, cancellationToken);
    }

    private async Task WriteDataAsync(
        IReadOnlyList<BoundRoot> fields,
        bool isStart,
        CancellationToken cancellationToken
    )
    {
        await output.WriteAsync(isStart ? DataStart : Data, CancellationToken.None);
        for (var index = 0; index < fields.Count; index++)
        {
            await output.WriteAsync(Key(fields[index], index == 0), cancellationToken);
            var json = fields[index].Json ?? finished.GetValueOrDefault(fields[index], Null);
            await output.WriteAsync(json, cancellationToken);
        }
    }

    private static byte[] Key(BoundRoot root, bool isFirst) =>
        Encoding.UTF8.GetBytes($"{(isFirst ? "" : ",")}\"{root.Plan.Key}\":");
}

/// <summary>The JSON that a statement answers with.</summary>
internal static class JsonValue
{
    /// <summary>Reads the only value of a reader on its row, whole.</summary>
    public static async Task<byte[]> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        if (await reader.IsDBNullAsync(0, cancellationToken))
        {
            return ResponseWriter.Null;
        }

        await using var json = await reader.GetStreamAsync(0, cancellationToken);
        var bytes = new byte[json.Length];
        await json.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
