namespace Indexer.Host.Configuration;

/// <summary>The configuration cannot be used. The message is one line that names the key and the way out.</summary>
internal sealed class ConfigurationException(string message) : Exception(message);
