namespace Indexer.Exports.Formats;

/// <summary>A stream that is written forward only and sent in parts; its position counts what was sent too.</summary>
internal sealed class ForwardStream : Stream
{
    private readonly MemoryStream waiting = new();
    private long sent;

    /// <summary>Bytes that were not sent yet.</summary>
    public long Waiting => waiting.Length;

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => sent + waiting.Length;

    /// <inheritdoc />
    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException("It is written forward only.");
    }

    /// <summary>Sends what waits.</summary>
    public async ValueTask SendAsync(Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(waiting.GetBuffer().AsMemory(0, (int)waiting.Length), cancellationToken);
        sent += waiting.Length;
        waiting.SetLength(0);
    }

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => waiting.Write(buffer, offset, count);

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<byte> buffer) => waiting.Write(buffer);

    /// <inheritdoc />
    public override void Flush() { }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("It is written only.");

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) =>
        throw new NotSupportedException("It is written forward only.");

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException("It is written forward only.");
}
