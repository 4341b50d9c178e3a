namespace Indexer.Substrate.Metadata;

/// <summary>The primitives in the order of scale-info's TypeDefPrimitive.</summary>
internal enum Primitive : byte
{
    Bool,
    Char,
    Str,
    U8,
    U16,
    U32,
    U64,
    U128,
    U256,
    I8,
    I16,
    I32,
    I64,
    I128,
    I256,
}
