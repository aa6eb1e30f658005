/** Words of a platform after which nobody knows whether it acted: a fault on its side, not a refusal. */
export const unsettledWords =
  /超时|(系统|服务器|接口|网络|内部|程序|未知|通信|通讯).{0,4}(错误|异常|繁忙|故障|失败|不可用)|服务(异常|繁忙)|稍后|处理中|无响应|未返回|频繁|限流|time(d)? ?out|busy|exception|internal error/iu;
