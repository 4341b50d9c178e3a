using System.ComponentModel;
using System.Globalization;

namespace Indexer.JsonRpc;

/// <summary>
/// A key, a password, or a text that holds one. It is shown as <c>***</c> wherever it is written, so that it reaches no log,
/// status or message by accident. Configuration binds it from its text.
/// </summary>
/// <param name="value">The secret.</param>
[TypeConverter(typeof(FromText))]
public sealed class Secret(string value)
{
    /// <summary>What is shown in its place.</summary>
    public const string Shown = "***";

    /// <summary>Keeps a text secret.</summary>
    public static implicit operator Secret(string value) => new(value);

    /// <summary>The secret itself, for the one who must know it.</summary>
    public string Reveal() => value;

    /// <summary>A text of others without the secret, which a server may have echoed.</summary>
    public string Conceal(string text) =>
        value.Length == 0 ? text : text.Replace(value, Shown, StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Shown;

    private sealed class FromText : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            value is string text ? new Secret(text) : base.ConvertFrom(context, culture, value);
    }
}
