using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Indexer.Host.Configuration;
using Microsoft.AspNetCore.Http;

namespace Indexer.Host.Web;

/// <summary>Finds out before anything is created whether the process will be able to listen.</summary>
internal static class ListenAddresses
{
    /// <summary>Checks that addresses are well-formed and free.</summary>
    /// <param name="urls">The addresses, separated by semicolons.</param>
    /// <param name="key">The option or key that they come from.</param>
    /// <exception cref="ConfigurationException">One is not; the message names it.</exception>
    public static void Require(string urls, string key)
    {
        var all = urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (all.Length == 0)
        {
            throw new ConfigurationException($"{key} is empty; write an address such as http://127.0.0.1:5080.");
        }

        foreach (var url in all)
        {
            Require(Parse(url, key), url, key);
        }
    }

    private static BindingAddress Parse(string url, string key)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return
                address.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase)
                && address.Port is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort
                ? address
                : throw new FormatException();
        }
        catch (FormatException)
        {
            throw new ConfigurationException(
                $"{key} has '{url}', which is no address such as http://127.0.0.1:5080, with a port from 0 to 65535. "
                    + "For https let a reverse proxy listen."
            );
        }
    }

    private static void Require(BindingAddress address, string url, string key)
    {
        if (address.IsUnixPipe)
        {
            return;
        }

        var local =
            IPAddress.TryParse(address.Host.Trim('[', ']'), out var parsed) ? parsed
            : address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
            : IPAddress.Any;
        try
        {
            using var socket = new Socket(local.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(local, address.Port));
            socket.Listen();
        }
        catch (SocketException problem)
        {
            var port = address.Port.ToString(CultureInfo.InvariantCulture);
            throw new ConfigurationException(
                problem.SocketErrorCode switch
                {
                    SocketError.AddressAlreadyInUse =>
                        $"{key}: port {port} ({url}) is in use by another program; choose another port.",
                    SocketError.AccessDenied =>
                        $"{key}: port {port} ({url}) needs more rights than this user has; choose one above 1023.",
                    _ => $"{key}: {url} is no address of this machine.",
                }
            );
        }
    }
}
