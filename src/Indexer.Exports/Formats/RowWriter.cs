namespace Indexer.Exports.Formats;

/// <summary>
/// Writes rows in a format. Formats write into memory, which goes out whenever there is a part of it: servers take no synchronous
/// writes, and a client that reads slowly slows down the reading of the database and nothing else.
/// </summary>
/// <param name="output">Where the rows go.</param>
internal abstract class RowWriter(Stream output) : IAsyncDisposable
{
    private const int PartBytes = 1 << 16;

    /// <summary>What was written and did not go out yet.</summary>
    protected ForwardStream Buffer { get; } = new();

    /// <summary>The writer of a format.</summary>
    public static RowWriter Create(ExportFormat format, IReadOnlyList<ExportColumn> columns, Stream output) =>
        format switch
        {
            ExportFormat.Csv => new CsvRowWriter(columns, output),
            ExportFormat.Jsonl => new JsonRowWriter(columns, output),
            _ => new ParquetRowWriter(columns, output),
        };

    /// <summary>Writes a row.</summary>
    /// <param name="cells">A value for each column: text, DateTime, long or Pha, null for none; read before the call ends.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract ValueTask WriteAsync(IReadOnlyList<object?> cells, CancellationToken cancellationToken);

    /// <summary>Ends the file.</summary>
    public abstract ValueTask CompleteAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask DisposeAsync() => Buffer.DisposeAsync();

    /// <summary>Sends what waits when it is enough of it.</summary>
    protected ValueTask SendPartAsync(CancellationToken cancellationToken) =>
        Buffer.Waiting >= PartBytes ? SendAsync(cancellationToken) : ValueTask.CompletedTask;

    /// <summary>Sends what waits.</summary>
    protected ValueTask SendAsync(CancellationToken cancellationToken) => Buffer.SendAsync(output, cancellationToken);
}
