namespace Indexer.Evm.Abi;

/// <summary>A parameter of an event or function, or a component of a tuple.</summary>
/// <param name="Name">Its name; its position ("0", "1") when the signature gives none.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsIndexed">Whether an event carries it as a topic.</param>
public sealed record AbiParameter(string Name, AbiType Type, bool IsIndexed);
