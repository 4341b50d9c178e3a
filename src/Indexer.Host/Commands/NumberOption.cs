using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace Indexer.Host.Commands;

/// <summary>Options that are numbers: a wrong one is refused by its name and its bounds.</summary>
internal static class NumberOption
{
    /// <summary>A TCP port; 0 takes a free one.</summary>
    public static Option<int> Port(int standard, string description) =>
        Create("--port", description, standard, 0, ushort.MaxValue);

    /// <summary>A number within bounds.</summary>
    public static Option<T> Create<T>(string name, string description, T standard, T least, T most)
        where T : struct, INumber<T> =>
        new(name)
        {
            Description = description,
            DefaultValueFactory = _ => standard,
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (
                    T.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
                    && number >= least
                    && number <= most
                )
                {
                    return number;
                }

                result.AddError($"{name} is '{text}'; write a number from {least} to {most}.");
                return default;
            },
        };
}
