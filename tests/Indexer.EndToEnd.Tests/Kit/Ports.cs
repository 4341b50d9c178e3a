using System.Net;
using System.Net.Sockets;

namespace Indexer.EndToEnd.Tests.Kit;

/// <summary>Ports of the loopback interface.</summary>
internal static class Ports
{
    /// <summary>A port that nobody listens on.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
