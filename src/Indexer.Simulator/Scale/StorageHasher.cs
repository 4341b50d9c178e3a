namespace Indexer.Simulator.Scale;

/// <summary>The hashers of storage map keys in use, with their numbers in the metadata.</summary>
internal enum StorageHasher : byte
{
    Blake2Concat = 2,
    Twox64Concat = 5,
    Identity = 6,
}
