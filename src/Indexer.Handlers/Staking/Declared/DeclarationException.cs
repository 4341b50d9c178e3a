namespace Indexer.Handlers.Staking.Declared;

/// <summary>A declaration of an event cannot be.</summary>
/// <param name="key">The key of the declaration.</param>
/// <param name="what">What is wrong with it.</param>
public sealed class DeclarationException(string key, string what) : Exception($"{key} {what}.")
{
    /// <summary>The key of the declaration that is wrong.</summary>
    public string Key { get; } = key;

    /// <summary>What is wrong with it, to follow the key.</summary>
    public string What { get; } = what;
}
