using Indexer.Domain;
using Indexer.Substrate;

namespace Indexer.Handlers.Tests.Kit;

/// <summary>Decoded values of the runtime, from plain ones.</summary>
internal static class Scale
{
    public static readonly ScaleValue None = new ScaleVariant("None", new ScaleFields([], []));

    public static ScaleValue Some(object value) => new ScaleVariant("Some", new ScaleFields([null], [Of(value)]));

    /// <summary>The enum of RMRK that names an account or an NFT.</summary>
    public static ScaleValue Holder(AccountId account) =>
        new ScaleVariant("AccountId", new ScaleFields([null], [Of(account)]));

    public static ScaleFields Fields(params (string Name, object Value)[] fields) =>
        new([.. fields.Select(field => field.Name)], [.. fields.Select(field => Of(field.Value))]);

    private static ScaleValue Of(object value) =>
        value switch
        {
            ScaleValue scale => scale,
            AccountId account => new ScaleBytes(account.Bytes),
            byte[] bytes => new ScaleBytes(bytes),
            string text => new ScaleBytes(System.Text.Encoding.ASCII.GetBytes(text)),
            int number => new ScaleInteger((UInt128)number),
            long number => new ScaleInteger((UInt128)number),
            UInt128 number => new ScaleInteger(number),
            _ => throw new ArgumentException($"No SCALE value for {value.GetType().Name}.", nameof(value)),
        };
}
