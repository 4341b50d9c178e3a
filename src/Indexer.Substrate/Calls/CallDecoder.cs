using Indexer.Domain;
using Indexer.Substrate.Events;
using Indexer.Substrate.Metadata;
using Indexer.Substrate.Plans;
using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Calls;

/// <summary>
/// Decodes the extrinsics and calls of one runtime. Calls that are not wanted are passed over without decoding; calls
/// that hold other calls are looked into. Immutable after construction, so that many threads may share it.
/// </summary>
public sealed class CallDecoder
{
    /// <summary>No runtime lets calls hold calls deeper than this; deeper ones would exhaust the stack.</summary>
    private const int MaxDepth = 256;

    private const byte SignedBit = 0x80;
    private readonly CallPlan?[]?[] plans = new CallPlan?[]?[byte.MaxValue + 1];
    private readonly TypePlans types;
    private readonly ExtrinsicTypes? parts;
    private readonly byte version;
    private readonly int opaqueCall = -1;

    /// <summary>Prepares the decoding for one runtime.</summary>
    /// <param name="metadata">The metadata of the runtime.</param>
    /// <param name="isWanted">Whether a call (pallet, name) is to be decoded, asked once for each call of the runtime.</param>
    /// <exception cref="MetadataException">The metadata has types without end.</exception>
    public CallDecoder(RuntimeMetadata metadata, Func<string, string, bool> isWanted)
        : this(metadata, new TypePlans(metadata), isWanted) { }

    internal CallDecoder(RuntimeMetadata metadata, TypePlans types, Func<string, string, bool> isWanted)
    {
        this.types = types;
        parts = metadata.Extrinsics;
        version = metadata.ExtrinsicVersion;
        if (parts is null)
        {
            return;
        }

        for (var id = 0; id < metadata.Types.Count; id++)
        {
            if (
                metadata.Types[id] is { Path: [.., "WrapperKeepOpaque"] } type
                && type.Parameters.GetValueOrDefault("T") == parts.Call
            )
            {
                opaqueCall = id;
            }
        }

        foreach (var pallet in metadata.Pallets.Where(pallet => pallet.Calls.Count > 0))
        {
            var ofPallet = plans[pallet.Index] = new CallPlan?[byte.MaxValue + 1];
            foreach (var call in pallet.Calls)
            {
                var wanted = DispatchMarks.Needs(pallet.Name, call.Name) || isWanted(pallet.Name, call.Name);
                ofPallet[call.Index] = new CallPlan(pallet.Name, call, wanted, types, parts.Call, opaqueCall);
            }
        }
    }

    /// <summary>Decodes an extrinsic, when it holds a wanted call.</summary>
    /// <param name="extrinsic">The extrinsic as a node gives it, with its length before it.</param>
    /// <param name="index">Its position in the block.</param>
    /// <returns>The extrinsic; null when neither its call nor one inside it is wanted.</returns>
    /// <exception cref="ScaleException">The bytes do not fit the runtime; names the extrinsic.</exception>
    public SubstrateExtrinsic? Decode(byte[] extrinsic, int index)
    {
        try
        {
            return parts is null ? null : Read(extrinsic, index, parts);
        }
        catch (ScaleException exception)
        {
            throw new ScaleException($"Extrinsic {index}: {exception.Message}", exception);
        }
    }

    /// <summary>Decodes a call that stands alone: a preimage, or the call of a motion.</summary>
    /// <param name="call">The SCALE encoding of the call.</param>
    /// <exception cref="ScaleException">The bytes are no call of the runtime.</exception>
    public SubstrateCall DecodeCall(byte[] call)
    {
        var reader = new ScaleReader(call);
        var decoded = Call(call, ref reader, 0);
        reader.End("a call");
        return decoded;
    }

    private SubstrateExtrinsic? Read(byte[] extrinsic, int index, ExtrinsicTypes format)
    {
        var reader = new ScaleReader(extrinsic);
        reader.Count(1, "the length of an extrinsic");
        var kind = reader.U8("the version of an extrinsic");
        if ((kind & ~SignedBit) != version)
        {
            throw reader.Error("the version of an extrinsic", $"{kind & ~SignedBit} is not {version}");
        }

        AccountId? signer = null;
        if ((kind & SignedBit) != 0)
        {
            signer = Dispatch.AddressOf(types[format.Address].Decode(ref reader, 0));
            types[format.Signature].Skip(ref reader, 0);
            foreach (var extension in format.Extensions)
            {
                types[extension].Skip(ref reader, 0);
            }
        }

        var plan = Plan(ref reader);
        if (!plan.IsWanted && !plan.HasCalls)
        {
            return null;
        }

        var call = Call(extrinsic, ref reader, plan, reader.Offset - 2, 0);
        reader.End("an extrinsic");
        return call.IsWanted ? new SubstrateExtrinsic(index, signer, call) : null;
    }

    private CallPlan Plan(ref ScaleReader reader)
    {
        var pallet = reader.U8("the pallet of a call");
        var call = reader.U8("the kind of a call");
        return plans[pallet]?[call]
            ?? throw reader.Error("a call", $"the runtime has no call {call} in a pallet {pallet}");
    }

    private SubstrateCall Call(byte[] data, ref ScaleReader reader, int depth)
    {
        var start = reader.Offset;
        return Call(data, ref reader, Plan(ref reader), start, depth);
    }

    private SubstrateCall Call(byte[] data, ref ScaleReader reader, CallPlan plan, int start, int depth)
    {
        if (depth > MaxDepth)
        {
            throw reader.Error("a call", $"calls nest deeper than {MaxDepth}");
        }

        var path = $"{plan.Pallet}.{plan.Name}";
        var names = new List<string?>();
        var values = new List<ScaleValue>();
        var inner = new List<SubstrateCall>();
        if (!plan.IsWanted && !plan.HasCalls)
        {
            plan.All.Skip(ref reader, 0);
            return new SubstrateCall(plan.Pallet, plan.Name, Empty(path), [])
            {
                Encoded = data.AsMemory(start, reader.Offset - start),
            };
        }

        foreach (var field in plan.Fields)
        {
            if (!TryCalls(data, ref reader, field.Type, depth, inner))
            {
                names.Add(field.Name);
                values.Add(types[field.Type].Decode(ref reader, 0));
            }
        }

        return new SubstrateCall(plan.Pallet, plan.Name, new EventFields(path, new ScaleFields(names, values)), inner)
        {
            Encoded = data.AsMemory(start, reader.Offset - start),
            IsWanted = plan.IsWanted || inner.Exists(call => call.IsWanted),
        };
    }

    private bool TryCalls(byte[] data, ref ScaleReader reader, int type, int depth, List<SubstrateCall> inner)
    {
        if (type == parts!.Call)
        {
            inner.Add(Call(data, ref reader, depth + 1));
            return true;
        }

        if (type == opaqueCall)
        {
            AddOpaque(reader.Bytes("a call").ToArray(), depth, inner);
            return true;
        }

        if (types.Definition(type) is not SequenceType sequence || sequence.Element != parts.Call)
        {
            return false;
        }

        for (var left = reader.Count(2, "calls"); left > 0; left--)
        {
            inner.Add(Call(data, ref reader, depth + 1));
        }

        return true;
    }

    /// <summary>Adds the call in bytes that the chain itself looks into only when it carries them out; they may be none.</summary>
    private void AddOpaque(byte[] bytes, int depth, List<SubstrateCall> inner)
    {
        try
        {
            var reader = new ScaleReader(bytes);
            inner.Add(Call(bytes, ref reader, depth + 1) with { Encoded = bytes });
        }
        catch (ScaleException)
        {
            // Whoever signed it approved bytes that can never be carried out.
        }
    }

    private static EventFields Empty(string path) => new(path, new ScaleFields([], []));
}
