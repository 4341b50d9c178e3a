using System.Text;
using Indexer.Substrate;

namespace Indexer.Handlers.Identities;

/// <summary>
/// Data of an identity as text (pallet identity, types.rs, Data): up to 32 bytes, which nobody checks, or a hash of data that is elsewhere.
/// </summary>
internal static class IdentityText
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>The text; null when there is none.</summary>
    public static string? Of(ScaleValue data) =>
        data switch
        {
            ScaleVariant { Fields.Values: [ScaleBytes bytes], Name: var name } => name.StartsWith(
                "Raw",
                StringComparison.Ordinal
            )
                ? OfBytes(bytes.Value)
                : $"{name}({Hex(bytes.Value)})",
            _ => null,
        };

    /// <summary>What is UTF-8 without a NUL is text, all else its digits: nothing is replaced, so that different bytes never look the same.</summary>
    private static string? OfBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return null;
        }

        try
        {
            return bytes.Contains((byte)0) ? Hex(bytes) : Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Hex(bytes);
        }
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => $"0x{Convert.ToHexStringLower(bytes)}";
}
