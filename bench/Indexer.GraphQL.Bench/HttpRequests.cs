using System.Text;
using System.Text.Json;

namespace Indexer.GraphQL.Bench;

/// <summary>Requests as the bytes that go over the wire, in a file that the load process reads.</summary>
internal static class HttpRequests
{
    /// <summary>A POST.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="isKnown">Whether the client is one without limit, or one that nobody knows.</param>
    public static byte[] Post(Uri url, GraphQLRequest request, bool isKnown)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                query = request.Query,
                operationName = request.OperationName,
                variables = request.Variables.ValueKind == JsonValueKind.Object
                    ? request.Variables
                    : (JsonElement?)null,
            }
        );
        var head =
            $"POST {url.AbsolutePath} HTTP/1.1\r\nHost: {url.Authority}\r\nContent-Type: application/json\r\n"
            + (isKnown ? $"{BenchServer.Rates.KeyHeader}: {BenchServer.Key}\r\n" : "")
            + $"Accept: application/graphql-response+json, application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    public static void Write(string path, IReadOnlyList<IReadOnlyList<byte[]>> workloads)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(workloads.Count);
        foreach (var requests in workloads)
        {
            writer.Write(requests.Count);
            foreach (var request in requests)
            {
                writer.Write(request.Length);
                writer.Write(request);
            }
        }
    }

    public static byte[][][] Read(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        return Many(() => Many(() => reader.ReadBytes(reader.ReadInt32())));

        T[] Many<T>(Func<T> read)
        {
            var items = new T[reader.ReadInt32()];
            for (var index = 0; index < items.Length; index++)
            {
                items[index] = read();
            }

            return items;
        }
    }
}
