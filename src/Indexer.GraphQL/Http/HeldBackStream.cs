namespace Indexer.GraphQL.Http;

/// <summary>
/// Holds a response back until its size is known to be small; one that grows beyond the limit goes on to the client.
/// </summary>
internal sealed class HeldBackStream(Stream output, int limit) : Stream
{
    private readonly MemoryStream held = new();
    private bool passesOn;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>All that was written; null once it has gone on.</summary>
    public ReadOnlyMemory<byte>? Held => passesOn ? (ReadOnlyMemory<byte>?)null : Collected;

    private ReadOnlyMemory<byte> Collected => held.GetBuffer().AsMemory(0, (int)held.Length);

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        if (!passesOn && held.Length + buffer.Length <= limit)
        {
            held.Write(buffer.Span);
            return;
        }

        if (!passesOn)
        {
            passesOn = true;
            await output.WriteAsync(Collected, cancellationToken);
            held.SetLength(0);
        }

        await output.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        passesOn ? output.FlushAsync(cancellationToken) : Task.CompletedTask;

    public override void Flush() => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
