using Indexer.Substrate.Metadata;
using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Plans;

/// <summary>Enums: one byte for the case, then its fields.</summary>
internal sealed class VariantPlan : TypePlan
{
    private readonly Case?[] cases;

    internal VariantPlan(TypeSize size, TypePlans plans, IReadOnlyList<TypeVariant> variants)
        : base(size)
    {
        cases = new Case?[variants.Count == 0 ? 0 : variants.Max(variant => variant.Index) + 1];
        foreach (var variant in variants)
        {
            cases[variant.Index] = new Case(variant.Name, new FieldsPlan(plans, variant.Fields));
        }
    }

    internal override ScaleValue Decode(ref ScaleReader reader, int depth)
    {
        var found = ReadCase(ref reader);
        return found.Constant
            ?? new ScaleVariant(found.Name, found.Fields.Decode(ref reader, Deeper(ref reader, depth)));
    }

    private protected override void SkipVariable(ref ScaleReader reader, int depth) =>
        ReadCase(ref reader).Fields.Skip(ref reader, Deeper(ref reader, depth));

    private Case ReadCase(ref ScaleReader reader)
    {
        var index = reader.U8("the case of an enum");
        return index < cases.Length && cases[index] is { } found
            ? found
            : throw reader.Error("the case of an enum", $"the type has no case {index}");
    }

    private sealed class Case(string name, FieldsPlan fields)
    {
        internal string Name => name;

        internal FieldsPlan Fields => fields;

        /// <summary>The one value of a case without fields.</summary>
        internal ScaleVariant? Constant { get; } =
            fields.IsEmpty ? new ScaleVariant(name, ScaleComposite.Unit.Fields) : null;
    }
}
