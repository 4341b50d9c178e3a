using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Chain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance;

/// <summary>Fields that the events and calls of the governance pallets share, in the terms of the model.</summary>
internal static class GovernanceFields
{
    /// <summary>A hash.</summary>
    public static string Hash(this EventFields fields, FieldKey key) => Hex.Of(fields.Bytes(key));

    /// <summary>The account that an address argument of a call names; null when the address is no account id.</summary>
    public static AccountId? Address(this EventFields fields, FieldKey key) => Dispatch.AddressOf(fields.Value(key));

    /// <summary>Text in bytes, as its author wrote it; null when it is no UTF-8.</summary>
    public static string? Text(this EventFields fields, FieldKey key)
    {
        try
        {
            return new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true)
                .GetString(fields.Bytes(key))
                .Replace('\0', ' ');
        }
        catch (System.Text.DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>An integer constant of the runtime; null when it has none of the name.</summary>
    public static long? Number(this SubstrateRuntime? runtime, string pallet, string constant) =>
        runtime?.Constant(pallet, constant) is ScaleInteger number ? (long)number.Value : null;

    /// <summary>When a block will be made, from the time that the runtime gives a block; null when it does not say.</summary>
    public static DateTimeOffset? TimeOf(this BlockHeader block, SubstrateRuntime? runtime, long? height) =>
        height is { } wanted && runtime.Number("Timestamp", "MinimumPeriod") is { } halfBlock
            ? block.TimeOf(wanted, TimeSpan.FromMilliseconds(2 * halfBlock))
            : null;

    /// <summary>
    /// Why the call failed whose result an event states, in the runtime's words, such as Balances.InsufficientBalance; null when it
    /// succeeded. The first layout of Democracy says only whether it did.
    /// </summary>
    public static string? Error(this SubstrateEventContext context) =>
        context.Fields.Value("result") is ScaleBool isOk ? (isOk.Value ? null : "unknown")
        : context.Fields.Variant("result") is { Name: not "Ok" } result
            ? Words(context.Runtime, result.Fields.Variant(0))
        : null;

    private static string Words(SubstrateRuntime? runtime, EventVariant error)
    {
        if (error.Name == "Module")
        {
            var module = error.Fields.Count == 1 ? error.Fields.Composite(0) : error.Fields;
            var pallet = (int)module.U32(0);

            // One byte before polkadot 0.9.20, then four, of which the first is the pallet's own.
            var code = module.Value(1) is ScaleBytes bytes ? bytes.Value[0] : (int)module.U32(1);
            return runtime?.ErrorName(pallet, code) ?? $"Module.{pallet}.{code}";
        }

        return error.Fields.Count == 1 && error.Fields.Value(0) is ScaleVariant
            ? $"{error.Name}.{Words(runtime, error.Fields.Variant(0))}"
            : error.Name;
    }
}
