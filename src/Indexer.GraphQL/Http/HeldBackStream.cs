using System.Buffers;

namespace Indexer.GraphQL.Http;

/// <summary>
/// Holds a response back until its size is known to be small; one that grows beyond the limit goes on to the client.
/// Its memory is borrowed until it is disposed, which writes nothing.
/// </summary>
internal sealed class HeldBackStream(Stream output, int limit) : Stream
{
    private const int FirstBytes = 16 * 1024;

    private byte[] held = ArrayPool<byte>.Shared.Rent(FirstBytes);
    private int count;
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
    public ReadOnlyMemory<byte>? Held => passesOn ? (ReadOnlyMemory<byte>?)null : held.AsMemory(0, count);

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        if (!passesOn && count + buffer.Length <= limit)
        {
            Hold(buffer.Span);
            return;
        }

        if (!passesOn)
        {
            passesOn = true;
            await output.WriteAsync(held.AsMemory(0, count), cancellationToken);
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

    protected override void Dispose(bool disposing)
    {
        Return();
        base.Dispose(disposing);
    }

    private void Hold(ReadOnlySpan<byte> bytes)
    {
        if (held.Length - count < bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * held.Length, count + bytes.Length));
            held.AsSpan(0, count).CopyTo(larger);
            Return();
            held = larger;
        }

        bytes.CopyTo(held.AsSpan(count));
        count += bytes.Length;
    }

    private void Return()
    {
        ArrayPool<byte>.Shared.Return(held);
        held = [];
    }
}
