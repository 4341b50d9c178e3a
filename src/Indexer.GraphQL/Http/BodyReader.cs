using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Indexer.GraphQL.Http;

/// <summary>Reads bodies up to a size, which counts before and after they are decompressed.</summary>
internal sealed class BodyReader(int maxBytes)
{
    /// <summary>The body, decompressed.</summary>
    /// <exception cref="HttpRefusalException">It is too large, or compressed in an unknown or wrong way.</exception>
    public async Task<byte[]> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > maxBytes)
        {
            throw TooLarge();
        }

        var encoding = request.Headers.ContentEncoding.ToString().Trim().ToLowerInvariant();
        return encoding is "" or "identity"
            ? await ReadAsync(request.BodyReader, request.HttpContext.RequestAborted)
            : await DecompressAsync(request, encoding);
    }

    private async Task<byte[]> DecompressAsync(HttpRequest request, string encoding)
    {
        // Compressed data can be long and yet say nothing.
        request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = maxBytes;
        await using var content = Decompress(request.Body, encoding);
        try
        {
            return await ReadAsync(PipeReader.Create(content), request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge();
        }
        catch (Exception malformed) when (malformed is InvalidDataException or InvalidOperationException)
        {
            // The latter is how BrotliStream says it.
            throw new HttpRefusalException(StatusCodes.Status400BadRequest, $"The body is not valid {encoding} data.");
        }
    }

    private static Stream Decompress(Stream body, string encoding) =>
        encoding switch
        {
            "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            _ => throw new HttpRefusalException(
                StatusCodes.Status415UnsupportedMediaType,
                "The body may be compressed with gzip or br only."
            ),
        };

    private async Task<byte[]> ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var isTooLarge = read.Buffer.Length > maxBytes;
            var body = read.IsCompleted && !isTooLarge ? read.Buffer.ToArray() : null;
            reader.AdvanceTo(body is null && !isTooLarge ? read.Buffer.Start : read.Buffer.End, read.Buffer.End);
            if (isTooLarge)
            {
                throw TooLarge();
            }

            if (body is not null)
            {
                return body;
            }
        }
    }

    private HttpRefusalException TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, $"The body is larger than {maxBytes} bytes.", ErrorCodes.Limit);
}

/// <summary>Finds strings in JSON that are no text: bytes that are no UTF-8, and halves of surrogate pairs written as escapes.</summary>
internal static class JsonText
{
    public static bool IsValid(ReadOnlySpan<byte> json)
    {
        var isUtf8 = Utf8.IsValid(json);
        if (!isUtf8 || (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0))
        {
            return isUtf8;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Json.Reader.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                {
                    reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            // How System.Text.Json says that an escape is half a surrogate pair.
            return false;
        }
    }
}
