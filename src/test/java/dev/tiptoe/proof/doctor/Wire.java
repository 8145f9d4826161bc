package dev.tiptoe.proof.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way to a server that can be cut: at once, or after a number of messages, when the server has
 * answered the last of them and the client has not heard it. The server goes on either way.
 */
final class Wire implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

  private final String url;
  private final int port;
  private final int last;
  private final ServerSocket entrance;
  private final List<Socket> sockets = new ArrayList<>();
  private int messages;
  private boolean cut;

  private Wire(String url, int last) throws IOException {
    this.url = url;
    this.last = last;
    Matcher address = ADDRESS.matcher(url);
    if (!address.find()) {
      throw new IOException("no address in " + url);
    }
    port = Integer.parseInt(address.group(1));
    entrance = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    inThread(this::accept);
  }

  static Wire to(String url) throws IOException {
    return new Wire(url, Integer.MAX_VALUE);
  }

  /** Returns a way that is cut before the answer to this message, the first of which is 1. */
  static Wire cutAt(String url, int message) throws IOException {
    return new Wire(url, message);
  }

  /** Returns the address that leads through this. */
  String url() {
    return ADDRESS.matcher(url).replaceFirst("127.0.0.1:" + entrance.getLocalPort());
  }

  /** Tells whether it has come to the message at which it is cut. */
  synchronized boolean isCut() {
    return cut;
  }

  synchronized void cut() throws IOException {
    cut = true;
    entrance.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = entrance.accept();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
      synchronized (this) {
        sockets.add(client);
        sockets.add(server);
      }
      inThread(() -> pass(client.getInputStream(), server.getOutputStream(), true));
      inThread(() -> pass(server.getInputStream(), client.getOutputStream(), false));
    }
  }

  private void pass(InputStream from, OutputStream to, boolean asks) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
      if (!mayPass(asks)) {
        cut();
        return;
      }
      to.write(buffer, 0, length);
    }
    to.close();
  }

  /** Counts what the client sends, and holds back the answer to the last. */
  private synchronized boolean mayPass(boolean asks) {
    if (asks) {
      messages++;
    }
    return asks || messages < last;
  }

  /** What breaks in a thread is a connection that has ended. */
  private static void inThread(Transfer transfer) {
    Thread thread =
        new Thread(
            () -> {
              try {
                transfer.run();
              } catch (IOException e) {
                Thread.currentThread().interrupt();
              }
            },
            "wire");
    thread.setDaemon(true);
    thread.start();
  }

  private interface Transfer {
    void run() throws IOException;
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
