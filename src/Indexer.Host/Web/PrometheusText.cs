using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Indexer.Host.Web;

/// <summary>
/// The instruments of a meter in the Prometheus text format 0.0.4, read at the moment they are asked for.
/// </summary>
internal static class PrometheusText
{
    /// <summary>The media type of the format.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>The current figures.</summary>
    /// <param name="meterName">Name of the meter.</param>
    public static string Read(string meterName)
    {
        var text = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == meterName)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) =>
            {
                if (seen.Add(instrument.Name))
                {
                    text.Append(CultureInfo.InvariantCulture, $"# HELP {instrument.Name} {instrument.Description}\n");
                    text.Append(CultureInfo.InvariantCulture, $"# TYPE {instrument.Name} gauge\n");
                }

                text.Append(instrument.Name).Append('{');
                for (var i = 0; i < tags.Length; i++)
                {
                    text.Append(i == 0 ? "" : ",")
                        .Append(tags[i].Key)
                        .Append("=\"")
                        .Append(Escape(tags[i].Value))
                        .Append('"');
                }

                text.Append(CultureInfo.InvariantCulture, $"}} {value}\n");
            }
        );
        listener.Start();
        listener.RecordObservableInstruments();
        return text.ToString();
    }

    private static string Escape(object? value) =>
        $"{value}"
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);
}
