using System.Collections;
using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Indexer.Host.Configuration;

/// <summary>Compares what is written with what can be written, so that a mistake is named as its writer knows it.</summary>
internal static class ConfigurationCheck
{
    private const int MostDistance = 3;

    /// <summary>Checks all keys and values below a place.</summary>
    /// <param name="place">The place, for example the whole configuration.</param>
    /// <param name="type">What is read from there.</param>
    /// <exception cref="ConfigurationException">A key is unknown, or a value cannot be read.</exception>
    public static void Require(IConfiguration place, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var section = place as IConfigurationSection;
        var children = place.GetChildren().ToList();
        if (type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)))
        {
            var element = type.GetGenericArguments()[^1];
            children.ForEach(child => Require(child, element));
        }
        else if (TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string)))
        {
            RequireValue(section!, type, children.Count > 0);
        }
        else if (section?.Value is { Length: > 0 } value)
        {
            throw new ConfigurationException($"{KeyOf(section)} is '{value}' where an object belongs.");
        }
        else
        {
            children.ForEach(child => RequireProperty(child, type));
        }
    }

    private static void RequireProperty(IConfigurationSection child, Type type)
    {
        var known = type.GetProperties().Where(property => property.CanWrite).ToList();
        var property = known.Find(one => one.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
        if (property is null)
        {
            throw new ConfigurationException($"{KeyOf(child)} is no known key; {Advice(child.Key, known)}");
        }

        Require(child, property.PropertyType);
    }

    private static void RequireValue(IConfigurationSection section, Type type, bool hasChildren)
    {
        if (hasChildren)
        {
            throw new ConfigurationException($"{KeyOf(section)} is an object or a list; write {WordFor(type)}.");
        }

        if (string.IsNullOrEmpty(section.Value))
        {
            return;
        }

        try
        {
            TypeDescriptor.GetConverter(type).ConvertFromInvariantString(section.Value);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or NotSupportedException)
        {
            throw new ConfigurationException($"{KeyOf(section)} is '{section.Value}'; write {WordFor(type)}.");
        }
    }

    private static string Advice(string key, List<PropertyInfo> known)
    {
        var names = known.ConvertAll(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);
        var nearest = names.MinBy(name => Distance(name.ToUpperInvariant(), key.ToUpperInvariant()))!;
        var question =
            Distance(nearest.ToUpperInvariant(), key.ToUpperInvariant()) <= MostDistance
                ? $"did you mean {nearest}? "
                : "";
        return $"{question}Known here: {string.Join(", ", names.Order(StringComparer.Ordinal))}.";
    }

    private static string KeyOf(IConfigurationSection section) =>
        section.Path.Replace(ConfigurationPath.KeyDelimiter, ".", StringComparison.Ordinal);

    private static string WordFor(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(TimeSpan) ? "a time such as 00:00:10"
        : type.IsEnum ? string.Join(" or ", Enum.GetNames(type).Select(name => name.ToLowerInvariant()))
        : type == typeof(string) ? "a text"
        : "a whole number";

    /// <summary>Letters to insert, remove or replace until one text is the other (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var before = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var current = new int[other.Length + 1];
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = before[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(before[j], current[j - 1]) + 1);
            }

            before = current;
        }

        return before[^1];
    }
}
