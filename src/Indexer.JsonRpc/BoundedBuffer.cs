using System.Text;
using System.Text.Json;

namespace Indexer.JsonRpc;

/// <summary>Collects one answer of unknown length, up to a limit.</summary>
/// <param name="limit">Most bytes to take.</param>
internal sealed class BoundedBuffer(int limit)
{
    private const int FirstSize = 16 * 1024;
    private const int MostShown = 60;
    private byte[] bytes = [];
    private int length;

    /// <summary>Free room to read into; never empty.</summary>
    /// <exception cref="AnswerTooLargeException">The limit is passed.</exception>
    public Memory<byte> Room()
    {
        if (length > limit)
        {
            throw new AnswerTooLargeException(limit);
        }

        if (length == bytes.Length)
        {
            // One byte beyond the limit is enough to notice that it is passed.
            var size = (int)Math.Min(Math.Max(FirstSize, 2L * length), limit + 1L);
            Array.Resize(ref bytes, size);
        }

        return bytes.AsMemory(length);
    }

    /// <summary>Counts bytes that were read into <see cref="Room"/>.</summary>
    public void Advance(int count) => length += count;

    /// <summary>The collected bytes; the buffer must not be used any more.</summary>
    /// <exception cref="AnswerTooLargeException">The limit is passed.</exception>
    public ReadOnlyMemory<byte> Taken() =>
        length <= limit ? bytes.AsMemory(0, length) : throw new AnswerTooLargeException(limit);

    /// <summary>Bytes as JSON.</summary>
    /// <exception cref="EndpointFailureException">They are not JSON.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json).RootElement;
        }
        catch (JsonException exception)
        {
            var start = Encoding.UTF8.GetString(json.Span[..Math.Min(json.Length, MostShown)]);
            throw new EndpointFailureException($"the answer is not JSON (it starts with '{start}')", exception);
        }
    }
}
