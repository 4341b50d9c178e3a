using Indexer.GraphQL.Http;

namespace Indexer.Host.Configuration;

/// <summary>Turns the rate limits as written into settings.</summary>
/// <param name="written">The section api.rateLimit as written.</param>
internal sealed class RateLimitReader(RateLimitConfiguration written)
{
    private const int MostPerMinute = 10_000_000;
    private const int MostAtOnce = 1_000_000;

    /// <summary>Whoever is refused holds a connection for as long.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    /// <summary>The rates.</summary>
    /// <exception cref="ConfigurationException">A value is wrong.</exception>
    public RateLimits Read()
    {
        var defaults = new RateLimits();
        var anonymous = Rate("", written.RequestsPerMinute, written.Burst, defaults.Anonymous);
        return defaults with
        {
            Anonymous = anonymous,
            KeyHeader = Header() ?? defaults.KeyHeader,
            BytesPerRequest =
                Within("bytesPerRequest", written.BytesPerRequest, int.MaxValue) ?? defaults.BytesPerRequest,
            PreparationBytesPerSecond =
                Within("preparationBytesPerSecond", written.PreparationBytesPerSecond, int.MaxValue)
                ?? defaults.PreparationBytesPerSecond,
            PreparationBytesAtOnce =
                Within("preparationBytesAtOnce", written.PreparationBytesAtOnce, int.MaxValue)
                ?? defaults.PreparationBytesAtOnce,
            RefusalDelay = Delay() ?? defaults.RefusalDelay,
            Keys = Keys(anonymous),
        };
    }

    private string? Header() =>
        written.KeyHeader is null || (written.KeyHeader.Length > 0 && written.KeyHeader.All(IsTokenCharacter))
            ? written.KeyHeader
            : throw Wrong("keyHeader", $"'{written.KeyHeader}' is no name of a header");

    private TimeSpan? Delay() =>
        written.RefusalDelay is { } delay && (delay < TimeSpan.Zero || delay > LongestDelay)
            ? throw Wrong("refusalDelay", $"is {delay}; write a time from 00:00:00 to {LongestDelay}")
            : written.RefusalDelay;

    private Dictionary<string, RequestRate> Keys(RequestRate anonymous)
    {
        var keys = new Dictionary<string, RequestRate>(StringComparer.Ordinal);
        foreach (var (name, client) in written.Keys)
        {
            var key = client.Key?.Reveal();
            if (string.IsNullOrWhiteSpace(key))
            {
                throw Wrong($"keys.{name}.key", "is missing");
            }

            // The message must not repeat a secret.
            if (!keys.TryAdd(key, Rate($"keys.{name}.", client.RequestsPerMinute, client.Burst, anonymous)))
            {
                throw Wrong($"keys.{name}.key", "is also that of another client");
            }
        }

        return keys;
    }

    private static RequestRate Rate(string prefix, int? perMinute, int? burst, RequestRate defaults) =>
        new(
            Within($"{prefix}requestsPerMinute", perMinute, MostPerMinute) ?? defaults.PerMinute,
            Within($"{prefix}burst", burst, MostAtOnce) ?? defaults.Burst
        );

    private static int? Within(string key, int? value, int most) =>
        value is < 1 || value > most ? throw Wrong(key, $"is {value}; write a number from 1 to {most}") : value;

    private static bool IsTokenCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.';

    private static ConfigurationException Wrong(string key, string what) => new($"api.rateLimit.{key} {what}.");
}
