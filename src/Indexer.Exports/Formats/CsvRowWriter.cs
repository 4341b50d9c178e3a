using CsvHelper;

namespace Indexer.Exports.Formats;

/// <summary>Comma separated values (RFC 4180), UTF-8, with a header.</summary>
internal sealed class CsvRowWriter : RowWriter
{
    private readonly CsvWriter writer;

    public CsvRowWriter(IReadOnlyList<ExportColumn> columns, Stream output)
        : base(output)
    {
        writer = CsvWriter.Create(Buffer, CsvWriterOptions.Default, leaveOpen: true);
        foreach (var column in columns)
        {
            writer.WriteField(column.Name);
        }

        writer.EndRecord();
    }

    /// <inheritdoc />
    public override async ValueTask WriteAsync(IReadOnlyList<object?> cells, CancellationToken cancellationToken)
    {
        foreach (var cell in cells)
        {
            writer.WriteField(CellText.Of(cell));
        }

        await writer.EndRecordAsync(cancellationToken);
        await SendPartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        await writer.FlushAsync(cancellationToken);
        await SendAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await base.DisposeAsync();
    }
}
