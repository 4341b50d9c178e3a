using System.Net.Sockets;
using System.Text;

namespace Indexer.GraphQL.Bench;

/// <summary>One kept-alive connection that sends bytes and reads responses, as little else as possible.</summary>
internal sealed class HttpClientSocket : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
    };

    private byte[] buffer = new byte[64 * 1024];

    public HttpClientSocket(int port) => socket.Connect("127.0.0.1", port);

    /// <summary>Sends a request and reads the response to its end.</summary>
    /// <exception cref="InvalidOperationException">It is not a GraphQL response without errors.</exception>
    public void Send(ReadOnlySpan<byte> request)
    {
        var response = Exchange(request);
        if (!response.StartsWith("HTTP/1.1 200"u8) || !HasData(response))
        {
            throw Unexpected(response, "answered with");
        }
    }

    /// <summary>Sends a request and reads the response, whatever it is, to its end.</summary>
    public ReadOnlySpan<byte> Exchange(ReadOnlySpan<byte> request)
    {
        socket.Send(request);
        var length = 0;
        while (!IsWhole(buffer.AsSpan(0, length)))
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, 2 * buffer.Length);
            }

            var read = socket.Receive(buffer.AsSpan(length));
            length += read > 0 ? read : throw Unexpected(buffer.AsSpan(0, length), "closed the connection");
        }

        return buffer.AsSpan(0, length);
    }

    public void Dispose() => socket.Dispose();

    /// <summary>The body begins with it, after the length of its chunk when it has one.</summary>
    private static bool HasData(ReadOnlySpan<byte> response) =>
        response[response.IndexOf("\r\n\r\n"u8)..].IndexOf("{\"data\":"u8) is >= 0 and <= 12;

    /// <summary>JSON holds no line breaks of two characters, so that the last chunk can be seen by its bytes.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> response)
    {
        if (response.EndsWith("\r\n0\r\n\r\n"u8))
        {
            return true;
        }

        var body = response.IndexOf("\r\n\r\n"u8);
        if (body < 0)
        {
            return false;
        }

        var name = "Content-Length: "u8;
        var at = response[..body].IndexOf(name);
        if (at < 0)
        {
            return false;
        }

        var digits = response[(at + name.Length)..];
        return int.Parse(digits[..digits.IndexOf((byte)'\r')], System.Globalization.CultureInfo.InvariantCulture)
            == response.Length - body - 4;
    }

    private static InvalidOperationException Unexpected(ReadOnlySpan<byte> response, string what) =>
        new($"The server {what}: {Encoding.UTF8.GetString(response[..Math.Min(response.Length, 2_000)])}");
}
